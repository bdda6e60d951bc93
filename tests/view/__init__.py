"""Tests of what is drawn: charts, HTML, pictures, the terminal."""
