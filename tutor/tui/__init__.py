"""The full-screen face. Only this room imports Textual."""
