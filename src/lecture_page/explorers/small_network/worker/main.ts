// A small network that learns away from the page.

import { serve } from "../../../kit/work/serving";
import { type Asked, Learner, type Learned } from "../learning";

const learner = new Learner();
serve<Asked, Learned>((asked) => learner.begin(asked));
