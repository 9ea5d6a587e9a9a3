"""A softmax gives each digit a probability, also a doubtful one."""

import numpy as np
from sklearn.datasets import load_digits

from lecture_code import plot
from lecture_code.logistic_regression import LogisticRegression

x, y = load_digits(return_X_y=True)
x = x / 16  # pixels from 0 to 1
x_train, y_train, x_test, y_test = x[:1300], y[:1300], x[1300:], y[1300:]

model = LogisticRegression().fit(x_train, y_train)
print("weights:", model.weight.shape, "biases:", model.bias.shape)
print(f"test accuracy {model.score(x_test, y_test):.3f}")

p = model.predict_probability(x_test)  # (n_samples, n_classes)
shown = {
    "surest": p.max(axis=1).argmax(),
    "least sure": p.max(axis=1).argmin(),
}
for name, i in shown.items():
    first, second = np.argsort(-p[i])[:2]
    print(f"{name}: {first} with {p[i, first]:.2f},")
    print(f"  {second} with {p[i, second]:.2f}; it is a {y_test[i]}")
plot.image(x_test[[*shown.values()]].reshape(2, 8, 8), titles=[*shown])
