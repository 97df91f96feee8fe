"""The method once more, in plain Python over lists, out of the handbook and not out of the program."""
