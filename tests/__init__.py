"""The tests: a package of their own, since keras-self-attention installs one that is called so."""
