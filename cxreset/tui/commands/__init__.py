"""What can be asked for by a key, a click or a name: commands, and the places they lead to."""
