"""The preview of printed documents, and how they leave the program: printer, file, another program."""
