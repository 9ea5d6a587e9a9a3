// Networks of bumps, away from the page.

import { atOnce } from "../../../kit/work/desk";
import { serve } from "../../../kit/work/serving";
import { seen } from "../seen";

serve(atOnce(seen));
