"""What is served beside Streamlit: recordings, health, who one is in demo mode; and the headers that guard every answer."""
