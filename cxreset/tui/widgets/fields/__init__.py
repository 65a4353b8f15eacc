"""Fields whose words are stored as they are typed."""
