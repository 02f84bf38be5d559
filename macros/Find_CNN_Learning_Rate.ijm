// Looks for a learning rate that suits labeled images: some training steps at
// rising rates, of which nothing stays. The suggested rate is printed by the
// command; the curve is drawn in learning_rates.png in the output folder.
//
// This is a quick look with a tiny network; write the network, the batch size
// and the optimizer that the training will have.
//
// Argument: the folder of images and the folder for the curve, each on a line.
// Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 2) {
	images = args[0];
	output = args[1];
} else {
	images = getDirectory("Labeled images, one folder per class");
	output = getDirectory("Folder for the curve");
}

run("Find CNN Learning Rate...", "images=[" + images + "] start=scratch network=tiny steps=60 output=[" + output + "] overwrite=true");

lines = split(File.openAsString(output + File.separator + "learning_rates.csv"), "\n");
print((lines.length - 1) + " steps");
