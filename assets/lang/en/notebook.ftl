### notebook
