"""
An analyst's decisions -> weights of their own, near those that ship, with figures before and after.

    lessons (what was decided, with what is weighed of it) -> fitting -> judging -> the user's file

What the package was trained on does not ship; its weights do, and are what the fit begins from and is drawn
back to. What nobody has decided on, in these articles and in the shipped ones, is to stay as it is read.
"""

from geo.learning.files import weights_file
from geo.learning.judging import learn, learned_lines
from geo.learning.lessons import LearningRow, rows_of

__all__ = ["LearningRow", "learn", "learned_lines", "rows_of", "weights_file"]
