"""The guided programme: reads a content pack, lays it on a calendar."""
