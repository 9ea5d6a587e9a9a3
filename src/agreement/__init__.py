"""Whether a result that was made again agrees with the recorded one.

Libraries choose their code by the processor, so the last bits of a result
differ from machine to machine, and no setting reaches them all. So nothing
is compared by its bytes: words, counts and exit codes must be equal, numbers
must lie within a tolerance that is derived from what is displayed, or is
stated beside the result with its reason.
"""
