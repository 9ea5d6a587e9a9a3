// Fits of regularisation, away from the page.

import { atOnce } from "../../../kit/work/desk";
import { serve } from "../../../kit/work/serving";
import { seen } from "../model";

serve(atOnce(seen));
