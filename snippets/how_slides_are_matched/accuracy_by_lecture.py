"""Each lecture is matched by weights that were fitted on other lectures."""

from lecture_experiments.how_slides_are_matched.slide_matching import scores

print("lecture              top1 near prec cover")
for course in ("MaViLS", "COMS"):
    for lecture in scores(course):
        figures = (
            lecture.top1,
            lecture.within1,
            lecture.insert_precision,
            lecture.insert_coverage,
        )
        row = " ".join(f"{figure:4.2f}" for figure in figures)
        print(f"{lecture.name[:20]:20} {row}")
