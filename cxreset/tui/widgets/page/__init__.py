"""A long text as one widget: Markdown read into blocks, laid out in lines, drawn as needed."""
