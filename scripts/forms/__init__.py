"""The sample in every form, each read back by a program that is not ours."""
