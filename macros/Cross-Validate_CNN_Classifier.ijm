// Tells how good training on labeled images is: each image is predicted by a
// network that was trained without it. The figures of each class are in the
// Results table, tables and report.html in the last folder.
//
// Argument: the folder of images and the folder for the report, each on a
// line. Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 2) {
	images = args[0];
	output = args[1];
} else {
	images = getDirectory("Labeled images, one folder per class");
	output = getDirectory("Folder for the report");
}

run("Cross-Validate CNN Classifier...", "images=[" + images + "] output=[" + output + "] folds=3 network=tiny epochs=3 overwrite");

for (row = 0; row < nResults; row++) {
	print(getResultString("class", row) + ": F1 " + d2s(getResult("f1", row), 4));
}
