// Lists the images behind a cell of a confusion matrix, the surest first: those
// of one class that were taken for another one.
//
// Argument: predictions.csv of an evaluation or a cross-validation, the folder
// of its images, the actual and the predicted class, each on a line. Without an
// argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 4) {
	predictions = args[0];
	images = args[1];
	actual = args[2];
	predicted = args[3];
} else {
	predictions = File.openDialog("predictions.csv");
	images = getDirectory("Labeled images that were evaluated");
	actual = getString("Actual class", "");
	predicted = getString("Taken for", "");
}

before = nResults;
run("Browse CNN Results...", "predictions=[" + predictions + "] images=[" + images + "] actual=[" + actual + "] predicted=[" + predicted + "]");

for (row = before; row < nResults; row++) {
	print(getResultString("file", row) + ": confidence " + d2s(getResult("confidence", row), 4));
}
print(nResults - before + " images");
