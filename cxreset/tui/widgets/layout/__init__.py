"""Where things stand on a screen, and the one block that the eye meets first."""
