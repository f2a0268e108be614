"""How fast places are found, the map is built and pictures are drawn."""
