// Trains a classifier on images in folders, one sub-folder per class, and
// writes it to a model file. The figures on the validation images are then in
// the Results table; the last row has their averages.
//
// This is a quick try with a tiny network and 3 epochs; for a good classifier
// write network=six-conv epochs=0.
//
// Argument: the folder of images, a new line, the model file to write.
// Without an argument, dialogs ask for both.

args = split(getArgument(), "\n");
if (args.length == 2) {
	images = args[0];
	model = args[1];
} else {
	images = getDirectory("Labeled images, one folder per class");
	model = getDirectory("Folder for the model") + "my-model.zip";
}

run("Train CNN Classifier...", "images=[" + images + "] exclude= groups=auto allowleak=false model=[" + model + "] overwrite=true network=tiny epochs=3 batchsize=0 learningrate=0.002 augmentation=auto learnfrom=training seed=1 exact=false width=0 height=0 resize=auto pixelsize=off channels=auto planes=each range=auto normalization=range");

last = nResults - 1;
print("Accuracy on the validation images: " + d2s(getResult("accuracy", last), 4));
