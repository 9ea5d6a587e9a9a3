"""A lower threshold finds more tumours, and raises more alarms."""

from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

x, y = load_breast_cancer(return_X_y=True)
model = make_pipeline(StandardScaler(), LogisticRegression())
p = cross_val_predict(
    model, x, y, cv=10, method="predict_proba"
)  # (n_samples, n_classes)
is_malignant = y == 0

print("threshold  missed  false alarms")
for threshold in (0.5, 0.1, 0.01):
    alarm = p[:, 0] > threshold  # column of class 0
    missed = (is_malignant & ~alarm).sum()
    false = (alarm & ~is_malignant).sum()
    print(f"{threshold:9}  {missed:6}  {false:12}")
