"""What is measured: the pilot planned, counts stored, figures judged, the scoreboard."""
