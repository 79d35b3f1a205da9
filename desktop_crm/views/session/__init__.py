"""One user's stay in the program: signing in, locking, going, their password and who came when."""
