// Writes to the log what a model file says of itself: classes, input, training,
// figures.
//
// Argument: the model file. Without an argument, a dialog asks for it.

model = getArgument();
if (model == "") model = File.openDialog("Model file");

run("CNN Classifier Info...", "model=[" + model + "]");
