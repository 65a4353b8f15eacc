"""The worksheets of week 1: read, pains, order, plan."""
