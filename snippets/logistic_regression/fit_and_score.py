"""Tell malignant from benign tumours with scikit-learn."""

from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

# 569 tumours, 30 features; class 0 malignant, 1 benign
x, y = load_breast_cancer(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(
    x, y, test_size=0.3, stratify=y, random_state=0
)

# 1. Create: scale the features, then one linear layer
model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))

# 2. Train
model.fit(x_train, y_train)

# 3. Evaluate: the share of test samples it gets right
print(f"training {model.score(x_train, y_train):.3f}")
print(f"test     {model.score(x_test, y_test):.3f}")
print("iterations:", model[-1].n_iter_[0])
