"""Why a customer should call back: what is on file to tell them, what they were told, and what is left."""
