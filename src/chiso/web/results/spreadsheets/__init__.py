"""Tables that people bring: files and pasted cells as lines that know their place, and what each cell may say."""
