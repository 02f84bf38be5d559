// Trains a classifier on images in folders, one sub-folder per class, and
// evaluates it on the images that were kept aside.
// For a quick try write network=tiny epochs=3.

images = "/data/cells";
model = "/data/cells.zip";
report = "/data/report";

run("Train CNN Classifier...", "images=[" + images + "] model=[" + model + "] network=six-conv overwrite=true");
run("Evaluate CNN Classifier...", "images=[" + images + "] model=[" + model + "] output=[" + report + "] overwrite=true");

for (row = 0; row < nResults; row++) {
	print(getResultString("class", row) + ": F1 " + d2s(getResult("f1", row), 4));
}
