"""The costs of both errors say where the threshold belongs."""

cost_missed, cost_alarm = 9.0, 1.0

print("  p   no alarm  alarm")
for p in (0.05, 0.1, 0.2):  # probability of malignant
    print(f"{p:4}  {p * cost_missed:8.2f}  {(1 - p) * cost_alarm:5.2f}")
print("threshold", cost_alarm / (cost_alarm + cost_missed))
