"""What a block of convolution and BatchNorm learns, and what it keeps."""

from torch import nn

block = nn.Sequential(
    nn.Conv2d(3, 64, kernel_size=3, padding=1, bias=False),
    nn.BatchNorm2d(64),
    nn.ReLU(),
)
for name, p in block.named_parameters():
    print(f"learned {name:22s} {p.numel():5d}")
for name, p in block.named_buffers():
    print(f"kept    {name:22s} {p.numel():5d}")
