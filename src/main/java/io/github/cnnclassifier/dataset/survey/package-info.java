/**
 * What is in labeled images: {@link Survey} reads each of them once and keeps
 * of it what later steps need ({@link SurveyedSample}: sizes, channels, values,
 * content hash, fingerprint). What cannot be read is a {@link FailedSample}
 * with its reason.
 */

package io.github.cnnclassifier.dataset.survey;
