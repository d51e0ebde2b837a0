"""`python -m train.questions`."""

from train.questions.step import main

if __name__ == "__main__":
    main()
