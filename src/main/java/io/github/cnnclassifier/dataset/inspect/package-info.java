/**
 * What is told about labeled images before anyone trains on them:
 * {@link DataAudit} gathers a {@link Finding} for each thing that is wrong or
 * strange, and for what a training would make of the images.
 */

package io.github.cnnclassifier.dataset.inspect;
