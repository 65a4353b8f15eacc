"""Short texts for a channel or a mail: where it stands, and the week."""
