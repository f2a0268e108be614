"""The map page beside plain folium, in a real Chromium."""
