"""The window around every page: navigation, jobs, messages, errors, command palette. It names no module."""
