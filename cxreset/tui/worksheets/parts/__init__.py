"""What worksheets are made of: base, records, form, tabs, prompts."""
