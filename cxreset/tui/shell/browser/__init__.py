"""On a page of the browser: how it is drawn, and how files come and go."""
