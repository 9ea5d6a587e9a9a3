// The map of a loss, away from the page.

import { atOnce } from "../../../kit/work/desk";
import { serve } from "../../../kit/work/serving";
import { levels } from "../levels";

serve(atOnce(levels));
