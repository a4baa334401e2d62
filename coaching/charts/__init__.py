"""Records in, a plotly Figure out."""
