### welcome
