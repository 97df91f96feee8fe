"""The results of one subject in one index through the years as a table: brought in and given out."""
