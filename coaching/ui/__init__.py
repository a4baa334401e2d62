"""The screens: the only package that imports Streamlit. Thin pages over it lie in the top-level pages/."""
