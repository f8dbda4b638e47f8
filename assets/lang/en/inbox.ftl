### inbox
