/**
 * The model file: one zip that is a BioImage.IO model package and holds the
 * weights as ONNX. {@link ModelArchive} writes and reads it;
 * {@link SavedClassifier} is what it holds. A file from a stranger is checked
 * before anything is allocated, and reading it can run no code.
 */

package io.github.cnnclassifier.archive;

import io.github.cnnclassifier.model.SavedClassifier;
