"""The languages of the program: which there are, and its own words in each."""
