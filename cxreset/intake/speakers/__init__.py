"""Who speaks: only the customer's turns are the customer's words."""
