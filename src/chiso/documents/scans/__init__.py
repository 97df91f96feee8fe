"""Scanned pages: straightened, their ruled tables found, their words recognised by Tesseract, each with its certainty."""
