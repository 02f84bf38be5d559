#@ ImagePlus image
#@ String (label = "Model file, or digits", value = "digits") model

# Classifies the open image; nothing is shown and no table is written.

from io.github.cnnclassifier import CnnClassifier

classifier = CnnClassifier.open(model)
try:
    answer = classifier.classify(image)
    print("%s: %s, confidence %.4f" % (image.getTitle(), answer.className(), answer.confidence()))
finally:
    classifier.close()
