// Labels are given by a person: Plugins > CNN Classifier > Label Images for
// CNN... opens a window for that, from the menu only. This macro does the step
// behind it: it trains a classifier on the labels that were saved there.
//
// This is a quick try with a tiny network and 3 epochs; for a good classifier
// write network=six-conv epochs=0.
//
// Argument: the file of the labels, a new line, the model file to write.
// Without an argument, dialogs ask for both.

args = split(getArgument(), "\n");
if (args.length == 2) {
	labels = args[0];
	model = args[1];
} else {
	labels = File.openDialog("labels.csv");
	model = getDirectory("Folder for the model") + "my-model.zip";
}

run("Train CNN Classifier...", "images=[" + labels + "] model=[" + model + "] overwrite=true network=tiny epochs=3");

last = nResults - 1;
print("Accuracy on the validation images: " + d2s(getResult("accuracy", last), 4));
