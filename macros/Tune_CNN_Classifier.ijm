// Searches for better settings of a training: learning rate, batch size and so
// on. The settings that are used without a search are tried first; the log says
// in the end whether anything beats them beyond noise, and prints the line that
// trains with the best ones. All trials are in trials.csv of the folder.
//
// This is a quick try with a tiny network and 6 short trainings; for a real
// search leave out start, network and epochs, and write minutes=20 trials=0
// space=auto.
//
// Argument: the folder of images, a new line, the folder of the study.
// Without an argument, dialogs ask for both.

args = split(getArgument(), "\n");
if (args.length == 2) {
	images = args[0];
	study = args[1];
} else {
	images = getDirectory("Labeled images, one folder per class");
	study = getDirectory("Folder for the study");
}

first = nResults;
run("Tune CNN Classifier...", "images=[" + images + "] start=scratch network=tiny epochs=1 space=[learningRate: 0.0005..0.01 log; batchSize: 16, 32] strategy=halving minutes=0 trials=6 output=[" + study + "] overwrite=true");

for (i = first; i < nResults; i++)
	print("Trial " + getResult("trial", i) + ": balanced accuracy " + d2s(getResult("balanced_accuracy", i), 4));
lines = split(File.openAsString(study + "/verdict.txt"), "\n");
print(lines[0]);
